package page

// Count counts pages.
func Count(lines int) int {
	return lines / 30
}
