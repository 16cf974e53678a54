package org.lingqu.engine.text.source;

/** Text and the charset its bytes were read with (IANA name); the byte order mark is not part of the text. */
record DecodedText(String text, String charset) {}
