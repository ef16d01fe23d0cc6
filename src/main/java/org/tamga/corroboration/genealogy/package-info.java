/**
 * Where a figure comes from: all numbers that are given for one population in one respect.
 *
 * <p>Pure functions of the documents. Two populations must never be merged on thin evidence: what
 * is nearly the same is a hint. Numbers are never added up or averaged, and no bound is made that a
 * text does not set.
 *
 * <p>Example: {@code finder.add(source)} for each document, then {@code finder.find(Ties.NONE)}.
 *
 * <p>Specification: docs/spec/genealogy.md.
 */
@NullMarked
package org.tamga.corroboration.genealogy;

import org.jspecify.annotations.NullMarked;
