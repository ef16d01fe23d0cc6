/**
 * What documents look like: pictures of their pages, made behind the wall.
 *
 * <p>The original is never handed to the browser to be shown.
 *
 * <p>Specification: docs/spec/pages.md, "What it looks like".
 */
@NullMarked
package org.tamga.web.preview;

import org.jspecify.annotations.NullMarked;
