package expat

import "sync"

// place is where in a prolog the parser is.
type place uint8

const (
	plStart    place = iota // of the document
	plProlog                // before a document type declaration
	plAfterDTD              // after it
	plDoctype               // behind <!DOCTYPE
	plDoctypeNamed
	plDoctypePublic
	plDoctypeSystem
	plDoctypeSubset // before an internal subset
	plDoctypeEnd
	plInternal      // in the internal subset
	plExternalStart // of an external subset or parameter entity
	plExternal
	plCondSect
	plInclude
	plIgnore
	plEntity
	plEntityPercent
	plEntityNamed
	plEntityPublic
	plEntitySystem
	plEntityEnd
	plEntityNData
	plParamNamed
	plParamPublic
	plParamSystem
	plParamEnd
	plNotation
	plNotationNamed
	plNotationPublic
	plNotationSystem
	plNotationMaybeSystem
	plAttlist
	plAttlistNamed
	plAttType
	plEnum
	plEnumNext
	plNotations
	plNotationList
	plNotationNext
	plAttDefault
	plAttFixed
	plElement
	plElementNamed
	plContent
	plMixed
	plMixedNext
	plMixedOr
	plGroup
	plGroupNext
	plCloseEntity // before the ">" of a declaration, of each kind
	plCloseNotation
	plCloseElement
	plBroken
	numPlaces
)

// role is what a token means at its place.
type role uint8

const (
	roleNone role = iota
	roleError
	roleXMLDecl
	roleTextDecl
	roleInstance
	rolePI
	roleComment
	roleParamRef
	roleInnerParamRef
	roleIgnore
	roleGeneralName
	roleParamName
	roleEntityValue
	roleEntitySystem
	roleEntityPublic
	roleEntityComplete
	roleEntityNotation
	roleNotationName
	roleNotationSystem
	roleNotationPublic
	roleNotationNoSystem
	roleDoctypeName
	roleDoctypeSystem
	roleDoctypePublic
	roleDoctypeSubset
	roleDoctypeClose
	roleAttlistName
	roleAttName
	roleAttType // one of the keywords of attTypes
	roleEnumValue
	roleNotationValue
	roleImplied
	roleRequired
	roleDefault
	roleFixed
	roleElementName
	roleEmpty
	roleAny
	rolePCData
	roleGroupOpen
	roleGroupClose // and the quantifiers
	roleGroupChoice
	roleGroupSequence
	roleContentName
	// What a declaration's other tokens are: their handlers tell whether the
	// default handler sees them.
	roleInDoctype
	roleInEntity
	roleInNotation
	roleInAttlist
	roleInElement
)

// edge is a token that may come at a place, as the given word if that is not
// empty, and what follows it.
type edge struct {
	tok  token
	word string
	to   place
	role role
}

// top stands for the place between declarations.
const top = numPlaces

// attTypes are the types of attributes that are one word.
var attTypes = [...]string{"CDATA", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS"}

// spot is a place of the grammar: what white space means there and what may come.
type spot struct {
	space role
	edges []edge
}

var grammar = sync.OnceValue(func() *[numPlaces]spot {
	g := new([numPlaces]spot)
	at := func(p place, space role, edges ...edge) { g[p] = spot{space, edges} }
	names := func(to place, r role) []edge {
		return []edge{{tokName, "", to, r}, {tokPrefixedName, "", to, r}}
	}
	declarations := []edge{
		{tokDeclOpen, "ENTITY", plEntity, roleInEntity}, {tokDeclOpen, "ATTLIST", plAttlist, roleInAttlist},
		{tokDeclOpen, "ELEMENT", plElement, roleInElement}, {tokDeclOpen, "NOTATION", plNotation, roleInNotation},
	}
	misc := func(to place) []edge {
		return []edge{{tokPI, "", to, rolePI}, {tokComment, "", to, roleComment}}
	}
	doctype := edge{tokDeclOpen, "DOCTYPE", plDoctype, roleInDoctype}
	instance := edge{tokInstance, "", plBroken, roleInstance}
	closing := edge{tokDeclClose, "", top, roleInEntity}

	at(plStart, roleNone, append(misc(plProlog), edge{tokSpace, "", plProlog, roleNone}, edge{tokXMLDecl, "", plProlog, roleXMLDecl},
		edge{tokBOM, "", plStart, roleNone}, doctype, instance)...)
	at(plProlog, roleNone, append(misc(plProlog), edge{tokBOM, "", plProlog, roleNone}, doctype, instance)...)
	at(plAfterDTD, roleNone, append(misc(plAfterDTD), instance)...)

	d := roleInDoctype
	subset := edge{tokBracketOpen, "", plInternal, roleDoctypeSubset}
	done := edge{tokDeclClose, "", plAfterDTD, roleDoctypeClose}
	at(plDoctype, d, names(plDoctypeNamed, roleDoctypeName)...)
	at(plDoctypeNamed, d, subset, done, edge{tokName, "SYSTEM", plDoctypeSystem, d}, edge{tokName, "PUBLIC", plDoctypePublic, d})
	at(plDoctypePublic, d, edge{tokLiteral, "", plDoctypeSystem, roleDoctypePublic})
	at(plDoctypeSystem, d, edge{tokLiteral, "", plDoctypeSubset, roleDoctypeSystem})
	at(plDoctypeSubset, d, subset, done)
	at(plDoctypeEnd, d, done)
	at(plInternal, roleNone, append(append(misc(plInternal), declarations...), edge{tokParamRef, "", plInternal, roleParamRef},
		edge{tokBracketClose, "", plDoctypeEnd, d}, edge{tokNone, "", plInternal, roleNone})...)

	external := append(append(misc(plExternal), declarations...), edge{tokParamRef, "", plExternal, roleParamRef}, edge{tokCondOpen, "", plCondSect, roleNone})
	at(plExternal, roleNone, external...)
	at(plExternalStart, roleNone, append([]edge{{tokXMLDecl, "", plExternal, roleTextDecl}, {tokSpace, "", plExternal, roleNone}}, external...)...)
	at(plCondSect, roleNone, edge{tokName, "INCLUDE", plInclude, roleNone}, edge{tokName, "IGNORE", plIgnore, roleNone})
	at(plInclude, roleNone, edge{tokBracketOpen, "", plExternal, roleNone})
	at(plIgnore, roleNone, edge{tokBracketOpen, "", plExternal, roleIgnore})

	e := roleInEntity
	at(plEntity, e, edge{tokPercent, "", plEntityPercent, e}, edge{tokName, "", plEntityNamed, roleGeneralName})
	at(plEntityPercent, e, edge{tokName, "", plParamNamed, roleParamName})
	at(plEntityNamed, e, edge{tokName, "SYSTEM", plEntitySystem, e}, edge{tokName, "PUBLIC", plEntityPublic, e}, edge{tokLiteral, "", plCloseEntity, roleEntityValue})
	at(plEntityPublic, e, edge{tokLiteral, "", plEntitySystem, roleEntityPublic})
	at(plEntitySystem, e, edge{tokLiteral, "", plEntityEnd, roleEntitySystem})
	at(plEntityEnd, e, edge{tokDeclClose, "", top, roleEntityComplete}, edge{tokName, "NDATA", plEntityNData, e})
	at(plEntityNData, e, edge{tokName, "", plCloseEntity, roleEntityNotation})
	at(plParamNamed, e, edge{tokName, "SYSTEM", plParamSystem, e}, edge{tokName, "PUBLIC", plParamPublic, e}, edge{tokLiteral, "", plCloseEntity, roleEntityValue})
	at(plParamPublic, e, edge{tokLiteral, "", plParamSystem, roleEntityPublic})
	at(plParamSystem, e, edge{tokLiteral, "", plParamEnd, roleEntitySystem})
	at(plParamEnd, e, edge{tokDeclClose, "", top, roleEntityComplete})
	at(plCloseEntity, e, closing)

	n := roleInNotation
	at(plNotation, n, edge{tokName, "", plNotationNamed, roleNotationName})
	at(plNotationNamed, n, edge{tokName, "SYSTEM", plNotationSystem, n}, edge{tokName, "PUBLIC", plNotationPublic, n})
	at(plNotationPublic, n, edge{tokLiteral, "", plNotationMaybeSystem, roleNotationPublic})
	at(plNotationSystem, n, edge{tokLiteral, "", plCloseNotation, roleNotationSystem})
	at(plNotationMaybeSystem, n, edge{tokLiteral, "", plCloseNotation, roleNotationSystem}, edge{tokDeclClose, "", top, roleNotationNoSystem})
	closing.role = n
	at(plCloseNotation, n, closing)

	a := roleInAttlist
	at(plAttlist, a, names(plAttlistNamed, roleAttlistName)...)
	at(plAttlistNamed, a, append(names(plAttType, roleAttName), edge{tokDeclClose, "", top, a})...)
	types := []edge{{tokName, "NOTATION", plNotations, a}, {tokParenOpen, "", plEnum, a}}
	for _, w := range attTypes {
		types = append(types, edge{tokName, w, plAttDefault, roleAttType})
	}
	at(plAttType, a, types...)
	at(plEnum, a, append(names(plEnumNext, roleEnumValue), edge{tokNmtoken, "", plEnumNext, roleEnumValue})...)
	at(plEnumNext, a, edge{tokParenClose, "", plAttDefault, a}, edge{tokOr, "", plEnum, a})
	at(plNotations, a, edge{tokParenOpen, "", plNotationList, a})
	at(plNotationList, a, edge{tokName, "", plNotationNext, roleNotationValue})
	at(plNotationNext, a, edge{tokParenClose, "", plAttDefault, a}, edge{tokOr, "", plNotationList, a})
	at(plAttDefault, a, edge{tokPoundName, "IMPLIED", plAttlistNamed, roleImplied}, edge{tokPoundName, "REQUIRED", plAttlistNamed, roleRequired},
		edge{tokPoundName, "FIXED", plAttFixed, a}, edge{tokLiteral, "", plAttlistNamed, roleDefault})
	at(plAttFixed, a, edge{tokLiteral, "", plAttlistNamed, roleFixed})

	l := roleInElement
	children := append(names(plGroupNext, roleContentName), edge{tokNameOpt, "", plGroupNext, roleContentName}, edge{tokNameRep, "", plGroupNext, roleContentName},
		edge{tokNamePlus, "", plGroupNext, roleContentName}, edge{tokParenOpen, "", plGroup, roleGroupOpen})
	at(plElement, l, names(plElementNamed, roleElementName)...)
	at(plElementNamed, l, edge{tokName, "EMPTY", plCloseElement, roleEmpty}, edge{tokName, "ANY", plCloseElement, roleAny}, edge{tokParenOpen, "", plContent, roleGroupOpen})
	at(plContent, l, append([]edge{{tokPoundName, "PCDATA", plMixed, rolePCData}}, children...)...)
	at(plMixed, l, edge{tokParenClose, "", plCloseElement, roleGroupClose}, edge{tokParenCloseRep, "", plCloseElement, roleGroupClose}, edge{tokOr, "", plMixedNext, l})
	at(plMixedNext, l, names(plMixedOr, roleContentName)...)
	at(plMixedOr, l, edge{tokParenCloseRep, "", plCloseElement, roleGroupClose}, edge{tokOr, "", plMixedNext, l})
	at(plGroup, l, children...)
	at(plGroupNext, l, edge{tokParenClose, "", plGroupNext, roleGroupClose}, edge{tokParenCloseRep, "", plGroupNext, roleGroupClose},
		edge{tokParenCloseOpt, "", plGroupNext, roleGroupClose}, edge{tokParenClosePlus, "", plGroupNext, roleGroupClose},
		edge{tokComma, "", plGroup, roleGroupSequence}, edge{tokOr, "", plGroup, roleGroupChoice})
	closing.role = l
	at(plCloseElement, l, closing)
	return g
})

// prologState is the parser of a prolog: it gives tokens their roles.
type prologState struct {
	grammar  *[numPlaces]spot
	at       place
	external bool // in an external subset or parameter entity
	level    int  // of parentheses in a content model
	includes int  // INCLUDE sections that are open
}

func (s *prologState) top() place {
	if s.external {
		return plExternal
	}
	return plInternal
}

// take moves on over a token. text is the token's.
func (s *prologState) take(tok token, text []byte) role {
	if s.at == plExternal || s.at == plExternalStart {
		switch tok {
		case tokCondClose:
			if s.includes > 0 {
				s.includes--
				s.at = plExternal
				return roleNone
			}
		case tokNone:
			if s.includes == 0 {
				return roleNone
			}
		}
	}
	g := &s.grammar[s.at]
	switch tok {
	case tokDeclOpen:
		text = text[2:]
	case tokPoundName:
		text = text[1:]
	}
	for i := range g.edges {
		e := &g.edges[i]
		if e.tok != tok || e.word != "" && string(text) != e.word {
			continue
		}
		from := s.at
		s.at = e.to
		if s.at == top {
			s.at = s.top()
		}
		switch e.role {
		case roleGroupOpen:
			s.level++
		case roleGroupClose:
			if s.level--; s.level == 0 {
				s.at = plCloseElement
			}
		}
		if from == plInclude {
			s.includes++
		}
		return e.role
	}
	if tok == tokSpace && s.at != plBroken {
		return g.space
	}
	if s.at == plBroken {
		return roleNone
	}
	if s.external && tok == tokParamRef {
		return roleInnerParamRef
	}
	s.at = plBroken
	return roleError
}
