// Package outline is the shape of a report as its own numbering tells it: titles, datelines, salutations, and the markers of
// headings and enumerations at every level (一、 (一) 1. ① (1) 一是 First, (Seven) I.), also where a pipeline has put many
// paragraphs on one line.
//
// Markers are found by their shape and by what stands before them. One that begins a line or follows a sentence is certain.
// One that follows a word (保护第 一、全民; 三、四级道路) is weak: it stands in the list of markers, but it joins a list of
// siblings only where a certain sibling after it proves the gap that it fills. Lists nest, a level may begin again at one, and
// a parent resumes where it stopped.
//
// The view does not read the text: the pass over it notices the marks that may close a marker (Trigger, Notice), and the outline
// looks around these and into the heads of lines. It keeps offsets only and takes time linear in marks and lines.
package outline
