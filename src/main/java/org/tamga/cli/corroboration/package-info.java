/**
 * Commands that show which documents hang together.
 *
 * <p>They bring the record up to date first, then ask it; they must never write evidence.
 */
@NullMarked
package org.tamga.cli.corroboration;

import org.jspecify.annotations.NullMarked;
