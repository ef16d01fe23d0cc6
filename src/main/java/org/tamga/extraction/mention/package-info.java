/**
 * Who and what a document speaks of: noun phrases, and the people, organisations and documents
 * behind them, with their names, roles and abbreviations as this document gives them.
 *
 * <p>Only what the document itself says counts. Where two people might be meant, nobody is named.
 */
@NullMarked
package org.tamga.extraction.mention;

import org.jspecify.annotations.NullMarked;
