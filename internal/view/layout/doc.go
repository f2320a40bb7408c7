// Package layout maps a document: what each of its lines is.
//
// Scraped text has no tags left, so the map decides on lines and blocks: length, sentences, the form of datelines, titles and
// salutations, words of interfaces (markers.txt), repetition and neighbours. No word decides alone. The text is found first, as
// the heaviest stretch between lines of frame; the frame is then measured from both ends inward, and what stands between two
// stretches of text is judged by itself. Every line keeps the reason for its role (Explain).
//
// Chrome is mapped, not cut: checks read the roles they want (Role.Text, Body, Edge) and find footer codes where they stand.
// Building is one pass over the short lines and the ends of the long ones, linear in lines; a long paragraph costs its last characters.
package layout
