package org.tamga.export.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where numbers stand on a line: evenly from zero, or by their powers of ten where they lie far
 * apart.
 *
 * @param isByPowers whether by powers of ten
 * @param low number at the left end
 * @param high number at the right end
 */
record NumberAxis(boolean isByPowers, double low, double high, double left, double right) {
  /** Numbers of which one is so many times another cannot be told apart on an even line. */
  private static final double FAR_APART = 20;

  private static final double LEAST = 1e-9;
  private static final int STEPS = 5;

  /** An axis on which all these numbers have room. */
  static NumberAxis of(List<BigDecimal> numbers, double left, double right) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (BigDecimal number : numbers) {
      double value = Math.abs(number.doubleValue());
      least = value > LEAST ? Math.min(least, value) : least;
      most = Math.max(most, value);
    }
    if (most <= 0 || Double.isInfinite(most)) {
      return new NumberAxis(false, 0, 1, left, right);
    }
    if (most / least >= FAR_APART) {
      double floor = Math.floor(Math.log10(least));
      return new NumberAxis(
          true, Math.pow(10, floor), Math.pow(10, Math.ceil(Math.log10(most))), left, right);
    }
    return new NumberAxis(false, 0, round(most), left, right);
  }

  /** The next number up that has one digit, or one and a half. */
  private static double round(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8, 10}) {
      if (step * power >= most) {
        return step * power;
      }
    }
    return 10 * power;
  }

  double at(BigDecimal number) {
    return at(number.doubleValue());
  }

  private double at(double value) {
    double within = Math.clamp(value, low, high);
    double share =
        isByPowers
            ? (Math.log10(within) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
            : (within - low) / (high - low);
    return left + share * (right - left);
  }

  /** The numbers that are written at the axis. */
  List<BigDecimal> marks() {
    List<BigDecimal> marks = new ArrayList<>();
    if (isByPowers) {
      for (double mark = low; mark <= high * 1.01; mark *= 10) {
        marks.add(BigDecimal.valueOf(mark).round(new java.math.MathContext(1)));
      }
      return marks;
    }
    for (int i = 0; i <= STEPS; i++) {
      marks.add(
          BigDecimal.valueOf(low + i * (high - low) / STEPS).round(new java.math.MathContext(4)));
    }
    return marks;
  }
}
