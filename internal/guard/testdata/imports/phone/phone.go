package phone

import (
	"fmt"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/link"
	"github.com/nyaruka/phonenumbers/v2"
)
