package attachment_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/decorum-go/decorum/attachment"
)

// Media of recorded webhooks: their types are known, and they raise no warning
// but for names that are too long.
func TestRecordedMediaAreEveryday(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED names no folder with recorded webhooks")
	}
	seen := 0
	err := filepath.WalkDir(filepath.Join(shared, "corpus", "webhooks"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".json" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var doc any
		if err := json.Unmarshal(data, &doc); err != nil {
			return err
		}
		walkMedia(doc, func(mime, name string) {
			seen++
			if _, err := attachment.ParseType(mime); err != nil {
				t.Errorf("%s: %s: %v", filepath.Base(path), mime, err)
			}
			f := attachment.File{Name: name, Declared: mime, Size: attachment.UnknownSize}
			for _, v := range attachment.CheckInbound(f) {
				t.Logf("%s: %v", filepath.Base(path), v)
				if len(name) <= attachment.MaxName && attachment.Extension(name) != "" {
					t.Errorf("%s: %q, %s: %v", filepath.Base(path), name, mime, v)
				}
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Error("no media in the corpus")
	}
}

// walkMedia visits each object with a media type.
func walkMedia(v any, visit func(mime, name string)) {
	switch v := v.(type) {
	case map[string]any:
		if mime, ok := v["mime_type"].(string); ok {
			name, _ := v["filename"].(string)
			visit(mime, name)
		}
		for _, inner := range v {
			walkMedia(inner, visit)
		}
	case []any:
		for _, inner := range v {
			walkMedia(inner, visit)
		}
	}
}
