package whatsapp_test

import (
	"math"
	"testing"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
)

// noon is an instant of the tests; their times are told from it.
var noon = time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)

func after(d time.Duration) time.Time { return noon.Add(d) }

const day = 24 * time.Hour

var openers = []whatsapp.CustomerEvent{
	whatsapp.MessageReceived, whatsapp.ReactionSet, whatsapp.UserCalled, whatsapp.BusinessCallAccepted, whatsapp.WelcomeRequest,
}

func TestOB2WindowAtTheEdge(t *testing.T) {
	var w whatsapp.Window
	if w.IsOpen(noon) || w.Left(noon) != 0 || !w.LastHeard().IsZero() {
		t.Error("the zero window is open")
	}
	if _, ok := w.Closes(); ok {
		t.Error("the zero window closes")
	}
	w = w.Heard(whatsapp.MessageReceived, noon, after(time.Second))
	for _, test := range []struct {
		at   time.Duration
		open bool
		left time.Duration
	}{
		{0, true, day},
		{-time.Hour, true, day}, // a clock that was set back
		{time.Hour, true, day - time.Hour},
		{day - 1, true, 1},
		{day, false, 0},
		{day + 1, false, 0},
		{math.MaxInt64, false, 0},
	} {
		if got := w.IsOpen(after(test.at)); got != test.open {
			t.Errorf("after %v: open = %v", test.at, got)
		}
		if got := w.Left(after(test.at)); got != test.left {
			t.Errorf("after %v: %v left, want %v", test.at, got, test.left)
		}
	}
	if closes, ok := w.Closes(); !ok || closes != after(day) {
		t.Errorf("closes at %v, %v", closes, ok)
	}
}

func TestOB2WhatOpensTheWindow(t *testing.T) {
	for e := whatsapp.CustomerEvent(0); e < 20; e++ {
		want := false
		for _, o := range openers {
			want = want || e == o
		}
		w := whatsapp.Window{}.Heard(e, noon, noon)
		if e.OpensWindow() != want || w.IsOpen(noon) != want {
			t.Errorf("event %d: opens = %v", e, w.IsOpen(noon))
		}
	}
	closed := []whatsapp.CustomerEvent{
		whatsapp.ReactionRemoved, whatsapp.MessageEdited, whatsapp.MessageDeleted, whatsapp.SystemNotice,
		whatsapp.StatusReported, whatsapp.PreferenceChanged, whatsapp.BusinessEcho,
	}
	if len(openers)+len(closed) != int(whatsapp.BusinessEcho) {
		t.Error("an event is in neither list")
	}
}

func TestOB2EarlierOfOriginationAndArrival(t *testing.T) {
	for _, test := range []struct {
		name                string
		originated, arrived time.Time
		want                time.Time
	}{
		{"in time", noon, after(time.Second), noon},
		{"late", after(-23 * time.Hour), noon, after(-23 * time.Hour)},
		{"a clock that runs ahead", after(time.Hour), noon, noon},
		{"only the arrival", time.Time{}, noon, noon},
		{"only the origination", noon, time.Time{}, noon},
		{"neither", time.Time{}, time.Time{}, time.Time{}},
		{"another zone", noon.In(time.FixedZone("", 3600)), after(time.Hour), noon},
	} {
		if got := (whatsapp.Window{}).Heard(whatsapp.MessageReceived, test.originated, test.arrived).LastHeard(); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestOB2LateAndRepeatedDeliveries(t *testing.T) {
	heard := func(w whatsapp.Window, d time.Duration) whatsapp.Window {
		return w.Heard(whatsapp.MessageReceived, after(d), after(d+time.Second))
	}
	var w whatsapp.Window
	w = heard(w, 0)
	first := w
	if w = heard(w, -time.Hour); w != first {
		t.Error("a late message moved the window")
	}
	if w = heard(w, 0); w != first {
		t.Error("a repeated message moved the window")
	}
	if w = w.Heard(whatsapp.MessageReceived, noon, after(5*day)); w != first {
		t.Error("a delivery repeated days later opened the window anew")
	}
	if w = heard(w, time.Hour); w.LastHeard() != after(time.Hour) {
		t.Error("a later message does not open it anew")
	}
	if a, b := heard(heard(whatsapp.Window{}, 1), 2), heard(heard(whatsapp.Window{}, 2), 1); a != b {
		t.Error("the order of delivery counts")
	}
}

func TestOB2RefusedUntilTheNextCustomerEvent(t *testing.T) {
	w := whatsapp.Window{}.Heard(whatsapp.MessageReceived, noon, noon)
	shut := w.Refused(after(time.Hour))
	if shut.IsOpen(after(2*time.Hour)) || shut.Left(after(2*time.Hour)) != 0 || shut.LastRefused() != after(time.Hour) {
		t.Error("open after a refusal")
	}
	if _, ok := shut.Closes(); ok {
		t.Error("a window that was refused still closes")
	}
	if shut.Heard(whatsapp.MessageReceived, after(time.Hour), after(time.Hour)).IsOpen(after(time.Hour)) {
		t.Error("an event of the same instant opens it")
	}
	if shut.Heard(whatsapp.StatusReported, after(2*time.Hour), after(2*time.Hour)).IsOpen(after(2 * time.Hour)) {
		t.Error("a status opens it")
	}
	again := shut.Heard(whatsapp.MessageReceived, after(time.Hour+1), after(time.Hour+1))
	if !again.IsOpen(after(2 * time.Hour)) {
		t.Error("the next message does not open it")
	}
	if late := again.Refused(after(time.Minute)); late != again {
		t.Error("an older refusal changes it")
	}
	if again.Refused(time.Time{}) != again {
		t.Error("a refusal without an instant changes it")
	}
	if w.Refused(after(time.Hour)).Join(again) != again || again.Join(w) != again {
		t.Error("joined windows have forgotten something")
	}
}

func TestOB2SafetyMargin(t *testing.T) {
	w := whatsapp.Window{}.Heard(whatsapp.MessageReceived, noon, noon)
	for _, test := range []struct {
		at, margin time.Duration
		want       bool
	}{
		{day - time.Minute, time.Minute, false},
		{day - time.Minute - 1, time.Minute, true},
		{day - 1, 0, true},
		{day - 1, -time.Hour, true},
		{day, -time.Hour, false},
		{0, math.MaxInt64, false},
		{-time.Hour, day - 1, true}, // a clock that was set back
		{-time.Hour, day, false},
	} {
		if got := w.IsOpenFor(after(test.at), test.margin); got != test.want {
			t.Errorf("%v before the margin of %v: %v", test.at, test.margin, got)
		}
	}
}

func TestOB5SmallerTimespan(t *testing.T) {
	w := whatsapp.Window{}.Heard(whatsapp.MessageReceived, noon, noon)
	for _, test := range []struct {
		length time.Duration
		want   time.Duration
		ok     bool
	}{
		{time.Hour, time.Hour, true},
		{day - 1, day - 1, true},
		{day, day, true},
		{day + 1, day, true},
		{math.MaxInt64, day, true},
		{0, 0, false},
		{-1, 0, false},
	} {
		closes, ok := w.ClosesAfter(test.length)
		if ok != test.ok || ok && closes != after(test.want) {
			t.Errorf("a timespan of %v: %v, %v", test.length, closes, ok)
		}
	}
}

func TestOB2ZonesAndClocksDoNotCount(t *testing.T) {
	now := time.Now() // has a monotonic clock and a zone of its own
	a := whatsapp.Window{}.Heard(whatsapp.MessageReceived, now, now)
	b := whatsapp.Window{}.Heard(whatsapp.MessageReceived, now.Round(0).UTC(), time.Time{})
	if a != b {
		t.Error("equal instants give different windows")
	}
}

func TestFreeEntryIsPriceAlone(t *testing.T) {
	for _, test := range []struct {
		answer time.Duration
		ok     bool
	}{{-1, false}, {0, true}, {time.Hour, true}, {day - 1, true}, {day, false}, {day + 1, false}} {
		until, ok := whatsapp.FreeEntry(noon, after(test.answer))
		if ok != test.ok || ok && until != after(test.answer+72*time.Hour) {
			t.Errorf("answered after %v: %v, %v", test.answer, until, ok)
		}
	}
	if _, ok := whatsapp.FreeEntry(time.Time{}, noon); ok {
		t.Error("free without a click")
	}
	if _, ok := whatsapp.FreeEntry(noon, time.Time{}); ok {
		t.Error("free without an answer")
	}
	if (whatsapp.Window{}).IsOpen(noon) {
		t.Error("a free entry opens the window")
	}
}
