// Package arch holds the tests that keep the layers of the project in order.
package arch
