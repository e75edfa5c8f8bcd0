package validation

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// A Check is a type's own check, for [Register] to call wherever a host's struct
// holds a value of the type. [CheckOf] makes it; the zero Check is none.
type Check struct {
	types []reflect.Type
	check func(any) decorum.Violations
}

// CheckOf returns a check of T. Its violations have paths in the JSON of the value
// alone; [Violations] tells them below the field that holds it.
//
// Where T is an interface, types are what a field may hold, such as message.Types();
// other types pass unchecked. Only their types count, and each is a struct: a
// pointer to one is checked as the struct. For a struct T there need be none.
//
//	limits := message.Workspace()
//	err := validation.Register(v, limits.Structured, validation.CheckOf(func(m message.Message) decorum.Violations {
//		return m.Check(limits)
//	}, message.Types()...))
func CheckOf[T any](check func(T) decorum.Violations, types ...T) Check {
	var c Check
	if check != nil {
		c.check = func(value any) decorum.Violations { return check(value.(T)) }
	}
	for _, t := range types {
		c.types = append(c.types, reflect.TypeOf(t))
	}
	if len(types) == 0 {
		c.types = []reflect.Type{reflect.TypeFor[T]()}
	}
	return c
}

// wrong tells what keeps the check from being registered.
func (c Check) wrong() error {
	if c.check == nil {
		return errors.New("validation: a Check without a function")
	}
	for _, t := range c.types {
		if t == nil || t.Kind() != reflect.Struct {
			return fmt.Errorf("validation: a Check is for structs, not for %v", t)
		}
	}
	return nil
}

// library returns the check of this library's own types.
func library(limits template.Limits) Check {
	return CheckOf(func(value any) decorum.Violations {
		switch v := value.(type) {
		case interface {
			Check(l template.Limits) decorum.Violations
		}:
			return v.Check(limits)
		case interface{ Check() decorum.Violations }:
			return v.Check()
		default:
			return fault(decorum.Unsupported)
		}
	}, libraryTypes()...)
}

// libraryTypes returns a value of each type of this library's that is checked.
func libraryTypes() []any {
	return []any{
		template.Notification{},
		template.Filled{},
		template.ReplyButtons{},
		template.List{},
		template.CallToAction{},
		template.LocationRequest{},
		template.Flow{},
		template.Product{},
		template.ProductList{},
		template.ProductCarousel{},
		template.Catalogue{},
		template.Address{},
		template.Carousel{},
		template.ContactRequest{},
		template.UnknownStructured{},
		location.Place{},
		location.Maps{},
		identity.Identity{},
	}
}
