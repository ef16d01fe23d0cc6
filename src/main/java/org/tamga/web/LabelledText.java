package org.tamga.web;

/**
 * One thing that is said, behind a word for what it is.
 *
 * @param label the word
 * @param text what is said
 */
public record LabelledText(String label, String text) {}
