// Package learn finds the frame of a site in files that come from it: lines that recur at like places near the ends.
//
// What is learnt depends only on the set of documents and the order they are added in; memory is bounded by Limit keys,
// whatever the number of files.
package learn
