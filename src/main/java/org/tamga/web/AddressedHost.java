package org.tamga.web;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address that pages are served at, and the names by which a browser may ask for it.
 *
 * <p>A page on the web can give its own name the address of this machine and would then be allowed
 * to read the answers (DNS rebinding). So only requests are answered that name this machine: by a
 * bare address, or as {@code localhost} where only this machine is served.
 *
 * @param listen address that the server listens on
 * @param port port that it listens on
 */
record AddressedHost(InetAddress listen, int port) {
  private static final Pattern BARE_ADDRESS =
      Pattern.compile("(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]{2,45}\\])");

  /** Whether only this machine can reach the pages. */
  boolean isLoopback() {
    return listen.isLoopbackAddress();
  }

  /** Who can see the pages. */
  Audience audience() {
    return isLoopback() ? Audience.KEEPER : Audience.OTHERS;
  }

  /** Whether a request with this {@code Host} header is meant for this server. */
  boolean accepts(@Nullable String header) {
    if (header == null) {
      return false;
    }
    String host = header.toLowerCase(Locale.ROOT);
    String ending = ":" + port;
    if (host.endsWith(ending)) {
      host = host.substring(0, host.length() - ending.length());
    } else if (port != 80) {
      return false;
    }
    if (isLoopback()) {
      return host.equals("localhost") || host.equals(shown(listen));
    }
    return listen.isAnyLocalAddress()
        ? host.equals("localhost") || BARE_ADDRESS.matcher(host).matches()
        : host.equals(shown(listen));
  }

  private static String shown(InetAddress address) {
    String bare = address.getHostAddress();
    if (!bare.contains(":")) {
      return bare;
    }
    return bare.equals("0:0:0:0:0:0:0:1") ? "[::1]" : "[" + bare + "]";
  }

  /** Where a browser finds the pages. */
  String url() {
    return "http://" + shown(listen) + ":" + port + "/";
  }
}
