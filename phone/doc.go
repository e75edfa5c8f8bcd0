// Package phone reads telephone numbers exactly as libphonenumber does, and
// keeps them as small comparable values.
package phone
