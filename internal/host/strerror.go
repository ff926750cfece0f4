package host

import "strconv"

// Strerror is the platform's text for an errno number.
func Strerror(num int) string {
	if s := errorText(num); s != "" {
		return s
	}
	return "Unknown error " + strconv.Itoa(num)
}
