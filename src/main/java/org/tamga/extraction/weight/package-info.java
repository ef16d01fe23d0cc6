/** What is noted about something, and what each note weighs: tables of numbers that can be read. */
@NullMarked
package org.tamga.extraction.weight;

import org.jspecify.annotations.NullMarked;
