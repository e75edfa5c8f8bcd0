package gen

import "github.com/nyaruka/phonenumbers/v2"
