// Package runner takes files through the linter: read, decode, lint or fix, write, one worker a document, and hands the
// outcomes over in the order of the files whatever the number of workers.
//
// It holds at most four outcomes per worker back, so memory never depends on the corpus. A file that cannot be read, decoded or
// written becomes a finding of family run/, never silence; a check that dies takes nothing else with it.
package runner
