/**
 * How commands read documents: with a wall around the parsers, members taken out of their
 * containers and sealed.
 */
@NullMarked
package org.tamga.cli.reading;

import org.jspecify.annotations.NullMarked;
