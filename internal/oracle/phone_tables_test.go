package oracle_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/nyaruka/phonenumbers/v2/metadata"

	"github.com/decorum-go/decorum/phone"
)

// TestPhoneMetadataIsCurrent fails when go.mod names newer numbering plans than
// the tables were made from.
func TestPhoneMetadataIsCurrent(t *testing.T) {
	if metadata.Version != "v"+phone.MetadataVersion {
		t.Errorf("go.mod has the metadata %s, the tables are of v%s: run go generate ./phone", metadata.Version, phone.MetadataVersion)
	}
}

// TestPhoneTablesRegenerate holds that the generator gives the committed file.
func TestPhoneTablesRegenerate(t *testing.T) {
	committed, err := os.ReadFile("../../phone/tables_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	generate := exec.CommandContext(t.Context(), "go", "run", "../gen/phone")
	generate.Stderr = os.Stderr
	generated, err := generate.Output()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(generated, committed) {
		t.Error("phone/tables_gen.go is not what the generator writes: run go generate ./phone")
	}
}

// maxPhoneSize is how much package phone may add to a program, in bytes.
const maxPhoneSize = 400_000

// TestPhoneSize builds a program without package phone and one with it, weighs
// them, and looks for work that is done before main.
func TestPhoneSize(t *testing.T) {
	if testing.Short() || phoneRace {
		t.Skip("builds two programs")
	}
	dir := t.TempDir()
	size := func(program string) int64 {
		out := filepath.Join(dir, program)
		build := exec.CommandContext(t.Context(), "go", "build", "-o", out, "./testdata/size/"+program)
		if text, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		info, err := os.Stat(out)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	base := size("base")
	added := size("phone") - base
	t.Logf("package phone adds %d bytes to %d", added, base)
	if added > maxPhoneSize {
		t.Errorf("more than %d", maxPhoneSize)
	}
	run := exec.CommandContext(t.Context(), filepath.Join(dir, "phone"), "+15162837151", "US")
	run.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	text, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	if !bytes.Contains(text, []byte("\ninit ")) || bytes.Contains(text, []byte("init github.com/decorum-go/decorum")) {
		t.Errorf("package phone has work to do before main:\n%s", text)
	}
}
