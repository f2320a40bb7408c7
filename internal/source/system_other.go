//go:build !unix

package source

import (
	"io/fs"
	"os"
	"time"
)

const nonBlocking = 0

func isLoop(error) bool { return false }

func links(fs.FileInfo) uint64 { return 1 }

func copyOwner(*os.File, fs.FileInfo) {}

func writable(string) bool { return true }

func syncDir(string) {}

// replace tries again: on Windows a scanner or an indexer holds new files for a moment.
func replace(from, to string) error {
	var err error
	for wait := time.Millisecond; wait < time.Second; wait *= 2 {
		if err = os.Rename(from, to); err == nil {
			return nil
		}
		time.Sleep(wait)
	}
	return err
}
