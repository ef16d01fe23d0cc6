package org.tamga.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The packages form one ordered list, and imports point only backwards along it. */
class ArchitectureTest {
  private static final String ROOT = "org.tamga.";

  /** Each package and those that it may import, in order; ARCHITECTURE.md has the same table. */
  private static final List<Map.Entry<String, Set<String>>> ORDER =
      List.of(
          Map.entry("tlog", Set.of()),
          Map.entry("vault", Set.of()),
          Map.entry("custody", Set.of("tlog", "vault")),
          Map.entry("verify", Set.of("tlog", "vault", "custody")),
          Map.entry("keyring", Set.of("tlog", "vault", "custody")),
          Map.entry("witness", Set.of("tlog", "vault", "custody")),
          Map.entry("timestamp", Set.of("tlog", "vault", "custody", "verify")),
          Map.entry("intake", Set.of("vault", "custody")),
          Map.entry("text", Set.of("vault", "custody")),
          Map.entry("annotation", Set.of("vault", "text")),
          Map.entry("extraction", Set.of("text", "annotation")),
          Map.entry("corroboration", Set.of("vault", "text", "annotation")),
          Map.entry("record", Set.of("vault", "custody", "text", "annotation", "corroboration")),
          Map.entry("search", Set.of("vault", "custody", "text", "annotation", "record")),
          Map.entry(
              "export",
              Set.of(
                  "tlog",
                  "vault",
                  "custody",
                  "verify",
                  "keyring",
                  "timestamp",
                  "text",
                  "annotation",
                  "corroboration",
                  "record")),
          Map.entry(
              "web",
              Set.of(
                  "tlog",
                  "vault",
                  "custody",
                  "verify",
                  "text",
                  "annotation",
                  "corroboration",
                  "record",
                  "search",
                  "export")),
          Map.entry(
              "cli",
              Set.of(
                  "tlog",
                  "vault",
                  "custody",
                  "verify",
                  "keyring",
                  "witness",
                  "timestamp",
                  "intake",
                  "text",
                  "annotation",
                  "extraction",
                  "corroboration",
                  "record",
                  "search",
                  "export",
                  "web")));

  private static final Set<String> JDK_ONLY = Set.of("tlog", "vault", "custody", "verify");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tamga");

  @Test
  void importsPointOnlyBackwards() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String mine = packageOf(from);
        String theirs = packageOf(dependency.getTargetClass());
        if (!mine.isEmpty()
            && !theirs.isEmpty()
            && !mine.equals(theirs)
            && !allowed(mine).contains(theirs)) {
          wrong.add(mine + " -> " + theirs + ": " + dependency.getDescription());
        }
      }
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void everyPackageStandsInTheListAndTheListIsOrdered() {
    Set<String> known = new TreeSet<>();
    for (Map.Entry<String, Set<String>> one : ORDER) {
      assertTrue(known.containsAll(one.getValue()), one.getKey() + " imports a later package");
      known.add(one.getKey());
    }
    Set<String> found = new TreeSet<>();
    CLASSES.forEach(type -> found.add(packageOf(type)));
    found.remove("");
    assertTrue(known.containsAll(found), found + " against " + known);
  }

  @Test
  void evidenceNeedsOnlyTheJdk() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      if (JDK_ONLY.contains(packageOf(from))) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          String name = dependency.getTargetClass().getName();
          // Nullness annotations are read by the compiler and need no class at run time.
          if (!name.startsWith("java.")
              && !name.startsWith(ROOT)
              && !name.startsWith("[")
              && !name.startsWith("org.jspecify.annotations.")
              && !dependency.getTargetClass().isPrimitive()) {
            wrong.add(dependency.getDescription());
          }
        }
      }
    }
    assertEquals(Set.of(), wrong);
  }

  private static Set<String> allowed(String name) {
    for (Map.Entry<String, Set<String>> one : ORDER) {
      if (one.getKey().equals(name)) {
        return one.getValue();
      }
    }
    return Set.of();
  }

  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return "";
    }
    String rest = name.substring(ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
