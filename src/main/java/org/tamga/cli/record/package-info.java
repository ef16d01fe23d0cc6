/**
 * Commands that show, search, export and rebuild the record.
 *
 * <p>They bring the record up to date first, then ask it; they must never write evidence.
 */
@NullMarked
package org.tamga.cli.record;

import org.jspecify.annotations.NullMarked;
