// Package transcript folds the events of sessions into lines ready to draw.
package transcript
