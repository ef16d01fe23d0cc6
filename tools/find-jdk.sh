# Sets JDK to the folder of a Java 25.0.3 or later, or says how to get one. Meant to be read in by
# other scripts. Earlier builds of Java 25 have a fault in their garbage collector G1.

is_right_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9.]*\).*"$/\1/p' "$1/release")
  major=${version%%.*}
  case $major in '' | *[!0-9]*) return 1 ;; esac
  [ "$major" -gt 25 ] && return 0
  [ "$major" -eq 25 ] || return 1
  rest=${version#25}
  rest=${rest#.}
  minor=${rest%%.*}
  patch=${rest#*.}
  patch=${patch%%.*}
  [ "${minor:-0}" -gt 0 ] && return 0
  case $patch in '' | *[!0-9]*) return 1 ;; esac
  [ "$patch" -ge 3 ]
}

find_jdk() {
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_right_jdk "$candidate"; then
      JDK=$candidate
      return 0
    fi
  done
  echo "error: no Java Development Kit 25.0.3 or later was found." >&2
  echo "hint: get Temurin 25 from adoptium.net (Debian package: temurin-25-jdk), or set JAVA_HOME to one." >&2
  return 1
}
