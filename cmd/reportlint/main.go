// Command reportlint finds and repairs damage in scraped report files.
package main

func main() {}
