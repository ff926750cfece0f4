module github.com/coachwhip/coachwhip

go 1.26
