package wire_test

import (
	"fmt"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// A place is what the example decodes and encodes.
type place struct {
	Name      string
	Latitude  float64
	Longitude float64
	Extra     []wire.Member
}

// read decodes a place.
func (p *place) read(r *wire.Reader) {
	for key := range r.Object() {
		switch key {
		case "name":
			p.Name = r.Text()
		case "latitude":
			p.Latitude = r.LooseFloat64()
			if p.Latitude < -90 || p.Latitude > 90 {
				r.Report(decorum.Violation{Code: decorum.OutOfRange})
			}
		case "longitude":
			p.Longitude = r.LooseFloat64()
		default:
			p.Extra = append(p.Extra, r.Member(key))
		}
	}
}

// write encodes a place.
func (p *place) write(w *wire.Writer) {
	w.Object()
	w.Optional("name", p.Name)
	w.Key("latitude")
	w.Float64(p.Latitude)
	w.Key("longitude")
	w.Float64(p.Longitude)
	for _, m := range p.Extra {
		w.Member(m)
	}
	w.End()
}

func Example() {
	body := []byte(`{"latitude":"-34.6037","longitude":-58.3816,"name":"Obelisco \u2b50","floor":[ 1, 2 ]}`)

	var p place
	r := wire.NewReader(body, wire.Limits{})
	p.read(r)
	if err := r.Done(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Name, p.Latitude, p.Longitude)

	w := wire.NewWriter(nil)
	p.write(w)
	out, err := w.Done()
	fmt.Println(string(out), err)
	// Output:
	// Obelisco ⭐ -34.6037 -58.3816
	// {"name":"Obelisco ⭐","latitude":-34.6037,"longitude":-58.3816,"floor":[1,2]} <nil>
}

// One bad item of a batch is set apart with its text; the others are read.
func ExampleReader_Take() {
	r := wire.NewStringReader(`[{"name":"a"},{"name":7},{"latitude":91},{"name":"b"}]`, wire.Limits{})
	for range r.Array() {
		mark := r.Mark()
		var p place
		p.read(r)
		if vs := r.Take(mark); vs != nil {
			fmt.Println("bad: ", r.RawSince(mark), vs.Err())
			continue
		}
		fmt.Println("good:", p.Name)
	}
	fmt.Println(r.Done())
	// Output:
	// good: a
	// bad:  {"name":7} /1/name: of another kind than the one that belongs here; give that kind (at byte 22); want a string
	// bad:  {"latitude":91} /2/latitude: out of range
	// good: b
	// <nil>
}

// The type decides how an object is read, wherever it stands.
func ExampleReader_Lookup() {
	r := wire.NewStringReader(`[{"url":"https://example.com","type":"url"},{"type":"quick_reply"},{}]`, wire.Limits{})
	for range r.Array() {
		switch kind, _ := r.Lookup("type"); kind {
		case "url":
			for key := range r.Object() {
				if key == "url" {
					fmt.Println("a link to", r.Text())
				}
			}
		default:
			fmt.Println("kept:", r.Raw())
		}
	}
	fmt.Println(r.Done())
	// Output:
	// a link to https://example.com
	// kept: {"type":"quick_reply"}
	// kept: {}
	// <nil>
}

func ExampleNewReader() {
	r := wire.NewReader([]byte(`{"entry":[{"id":"1",}]}`), wire.Limits{Depth: 8})
	r.Skip()
	fmt.Println(r.Done())
	// Output: /entry/0: not well-formed (at byte 20); want a name in double quotes
}

func ExampleReader_SkipNulls() {
	r := wire.NewStringReader(`{"reason":null,"event":"APPROVED"}`, wire.Limits{})
	r.SkipNulls()
	for key := range r.Object() {
		fmt.Println(key, r.Text())
	}
	fmt.Println(r.Done())
	// Output:
	// event APPROVED
	// <nil>
}

func ExampleValid() {
	fmt.Println(wire.Valid(`{"a":1,"a":2}`, wire.Limits{}))
	fmt.Println(wire.Valid(`[1,2,3]`, wire.Limits{Members: 2}))
	// Output:
	// /a: stands a second time; make it unique (at byte 7)
	// 3 items, at most 2 (at byte 5)
}

func ExampleNewWriter() {
	w := wire.NewWriter([]byte("data: "))
	w.Array()
	w.Text("a \"quoted\" 😀")
	w.Int64(-1)
	w.Raw(`{ "kept" : [ 1 ] }`)
	w.End()
	out, err := w.Done()
	fmt.Println(string(out), err)

	w = wire.NewWriter(nil)
	w.Object()
	w.KeyText("title", "cut\xff")
	w.End()
	_, err = w.Done()
	fmt.Println(err)
	// Output:
	// data: ["a \"quoted\" 😀",-1,{"kept":[1]}] <nil>
	// /title: not valid UTF-8; encode it anew (at byte 3)
}
