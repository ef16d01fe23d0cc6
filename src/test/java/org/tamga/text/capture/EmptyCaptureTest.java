package org.tamga.text.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.text.Metadata;
import org.tamga.text.Reading;
import org.tamga.text.TextReader;

/** Captures of something else are named as such; pages that say something stay. */
final class EmptyCaptureTest {
  private static final String SENTENCE =
      "The council of Lunden called on the governor to open the valley before the week is over. ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "captcha | Just a moment... | Verifying you are human. This may take a few seconds.",
        "captcha | Lundener Bote | Bitte bestätigen Sie, dass Sie ein Mensch sind.",
        "captcha | 安全验证 | 请完成安全验证后继续访问本站。",
        "captcha | Вестник | Подтвердите, что запросы отправляли вы, а не робот",
        "captcha | بريد لوندن | تحقق من أنك إنسان للمتابعة إلى الصفحة",
        "log in | Log in | You must log in to continue. Forgotten your password?",
        "log in | Bote | Bitte melden Sie sich an, um diesen Beitrag zu sehen.",
        "log in | 登录 | 请先登录后查看全部内容",
        "log in | Вход | Необходимо авторизоваться, чтобы видеть эту страницу.",
        "log in | بريد | يجب تسجيل الدخول لرؤية هذه الصفحة",
        "error | 404 Not Found | The requested URL was not found on this server.",
        "error | Seite nicht gefunden - Lundener Bote | Gehen Sie zur Startseite zurück.",
        "error | 页面不存在 | 返回首页",
        "error | Страница не найдена | Вернуться на главную",
        "error | الصفحة غير موجودة | عد إلى الرئيسية",
        "scripts | App | Please enable JavaScript to run this app.",
        "cookies | Lunden Courier | We use cookies to make this site better. Accept all cookies",
        "cookies | Lundener Bote | Wir verwenden Cookies, um diese Seite zu verbessern.",
        "subscription | Lunden Courier | This article is for subscribers only.",
      })
  void namesWhatStandsInPlaceOfTheContent(String kind, String title, String text) {
    String page =
        "<html><head><title>%s</title></head><body><ul><li><a href=/>Home</a></ul>"
            .concat("<h1>%s</h1><p>%s</p>")
            .formatted(title, title, text);
    String reason = notRead(page).reason();
    assertEquals(EmptyCapture.WORDS, reason.substring(0, EmptyCapture.WORDS.length()), reason);
    if (!reason.contains(kind)) {
      fail(reason + " names no " + kind);
    }
  }

  @Test
  void aPageWithoutTextHoldsNoContent() {
    String page = "<html><body><noscript>Switch scripts on.</noscript><div id=root></div></body>";
    assertEquals(EmptyCapture.WORDS + "the page shows no text", notRead(page).reason());
    String menus =
        "<html><body><nav><a href=/>Home</a></nav><ul><li><a href=/>Shop</a></ul></body>";
    assertEquals(EmptyCapture.WORDS + "the page shows menus alone", notRead(menus).reason());
  }

  /** Reports on such things, and short pages with a banner, say something of their own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Access denied</title><h1>Access denied</h1><p>%1$s%1$s</p>",
        "<title>Error 404: a film</title><p>%1$s</p>",
        "<title>Courier</title><div class=cookie>We use cookies. Accept all"
            + " cookies</div><p>%1$s</p>",
        "<title>Courier</title><p>%1$s</p><p>Please enable JavaScript to see the comments.</p>",
        "<title>Courier</title><a href=/l>Log in</a><p>%1$s</p><p>Subscribe to continue"
            + " reading</p>",
        "<title>Robots</title><p>%1$sThe form said: I’m not a robot. %1$s</p>",
        "<title>短讯</title><p>克斯特罗瓦议会星期一呼吁省长向观察员开放被封闭的山谷。</p>",
      })
  void aPageThatSaysSomethingStays(String page) {
    assertInstanceOf(Reading.Read.class, read("<html>" + page.formatted(SENTENCE)), page);
  }

  private static Reading read(String page) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return TextReader.read(bytes, "page.html", Metadata.NONE);
  }

  private static Reading.NotRead notRead(String page) {
    return assertInstanceOf(Reading.NotRead.class, read(page), page);
  }
}
