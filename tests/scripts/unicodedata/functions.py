import unicodedata as u

def t(f, *a):
    try:
        print(f.__name__, a, repr(f(*a)))
    except Exception as e:
        print(f.__name__, a, type(e).__name__, e)

t(u.decimal, 'ab'); t(u.decimal, 1); t(u.decimal); t(u.decimal, 'a'); t(u.decimal, '5'); t(u.decimal, '\u0665')
t(u.decimal, 'a', None); t(u.digit, 'a'); t(u.digit, '\u00b2'); t(u.numeric, 'a'); t(u.numeric, '\u00bd')
t(u.name, '\x00'); t(u.name, 'a'); t(u.name, '\x00', 'none'); t(u.name, '\uac00'); t(u.name, '\u4e00')
t(u.lookup, 'SPACE'); t(u.lookup, b'SPACE'); t(u.lookup, 'xx'); t(u.lookup, 'x' * 300); t(u.lookup, 1)
t(u.lookup, 'LATIN SMALL LETTER \u00c9'); t(u.lookup, '\ud800')
t(u.normalize, 'X', 'a'); t(u.normalize, 1, 'a'); t(u.normalize, 'NFC', 1); t(u.normalize, 'NFC')
t(u.normalize, 'NFC', 'e\u0301'); t(u.normalize, 'NFD', '\u00e9'); t(u.normalize, 'NFKC', '\ufb01'); t(u.is_normalized, 'NFC', 'e\u0301')
t(u.category, ''); t(u.category, 'A'); t(u.bidirectional, 'A'); t(u.combining, '\u0301'); t(u.mirrored, '(')
t(u.east_asian_width, '\uff21'); t(u.decomposition, '\u00e9'); t(u.decomposition, '\u00bd'); t(u.decimal, 'a', 3, 4)
print(u.unidata_version, u.ucd_3_2_0.unidata_version, type(u.ucd_3_2_0))
t(type(u.ucd_3_2_0))
print(u.ucd_3_2_0.category('\u0220'), u.category('\u0220'))
