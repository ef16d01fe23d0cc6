package org.tamga.corroboration.passage;

import org.tamga.text.Span;

/**
 * Words that a document gives as somebody's own.
 *
 * @param speaker who is said to have said them, by name
 * @param place where they stand, in code points
 */
public record Quotation(String speaker, Span place) {}
