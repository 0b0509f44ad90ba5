package souk.demand.lib.arima;

/**
 * Turns a stationary autoregressive moving average into white noise, exactly from the first
 * observation on: the innovations algorithm on Ansley's banded form (Ansley, Biometrika 66, 1979;
 * Brockwell and Davis, Time Series: Theory and Methods, 1991, section 5.3).
 *
 * <p>x(t) = sum phi(i) x(t-i) + e(t) + sum theta(j) e(t-j). Row t holds the weights of the last one
 * step errors and v(t), their variance over that of the noise. v(t) only falls; once it has reached
 * 1 the rows are theta itself and need not be computed any more. Keeps workspace: one instance per
 * thread.
 */
final class ArmaFilter {
  private static final double CONVERGED = 1e-9;

  private final int rows;
  private double[] weights = new double[0];
  private final double[] variance;
  private final double[] inverseRoot;
  private final double[] errors;
  private double[] phi = new double[0];
  private double[] theta = new double[0];
  private int p;
  private int q;
  private int head;
  private int stride;
  private int settled;
  private double logDeterminant;
  private double[] covariance = new double[0];
  private double[] cross = new double[0];
  private double[] moving = new double[0];
  private double[] psi = new double[0];
  private double[] plain = new double[0];
  private double[] partial = new double[0];
  private double[] work = new double[0];
  private double[] scaled = new double[0];
  private int[] arLags = new int[0];
  private int[] maLags = new int[0];
  private int arCount;
  private int maCount;

  /**
   * @param rows most observations that are filtered
   */
  ArmaFilter(int rows) {
    this.rows = rows;
    this.variance = new double[rows];
    this.inverseRoot = new double[rows];
    this.errors = new double[rows];
  }

  /**
   * Computes the rows for one model.
   *
   * @param phi autoregressive coefficients, {@code p} of them
   * @param theta moving average coefficients, {@code q} of them
   * @return false if the model is not stationary
   */
  boolean prepare(double[] phi, int p, double[] theta, int q) {
    this.phi = phi;
    this.theta = theta;
    this.p = p;
    this.q = q;
    this.head = StrictMath.max(p, q);
    this.stride = StrictMath.max(1, StrictMath.max(StrictMath.min(head, rows) - 1, q));
    reserve();
    arCount = lags(phi, p, arLags);
    maCount = lags(theta, q, maLags);
    if (!covariances()) {
      return false;
    }
    logDeterminant = 0;
    double product = 1;
    settled = rows;
    for (int t = 0; t < rows; t++) {
      row(t);
      double v = variance[t];
      if (!(v > 0)) {
        return false;
      }
      product *= v;
      if (product > 1e100 || product < 1e-100) {
        logDeterminant += StrictMath.log(product);
        product = 1;
      }
      inverseRoot[t] = 1 / StrictMath.sqrt(v);
      if (t >= head && v - 1 < CONVERGED) {
        settled = t;
        break;
      }
    }
    logDeterminant += StrictMath.log(product);
    return true;
  }

  private void reserve() {
    int size = head + q + 2;
    if (weights.length < rows * stride) {
      weights = new double[rows * stride];
    }
    if (covariance.length < size) {
      covariance = new double[size];
      cross = new double[size];
      moving = new double[size];
      psi = new double[size];
      plain = new double[size];
      partial = new double[size];
      work = new double[size];
      scaled = new double[size];
      arLags = new int[size];
      maLags = new int[size];
    }
  }

  private static int lags(double[] coefficients, int order, int[] to) {
    int count = 0;
    for (int i = 0; i < order; i++) {
      if (coefficients[i] != 0) {
        to[count++] = i;
      }
    }
    return count;
  }

  /** Autocovariances of the process, of its moving average part, and between the two. */
  private boolean covariances() {
    if (!Autoregression.partials(phi, p, partial, work)) {
      return false;
    }
    double total = 1;
    for (int k = 0; k < p; k++) {
      total /= 1 - partial[k] * partial[k];
    }
    if (!(total < 1e12)) {
      return false;
    }
    plain[0] = total;
    double left = total;
    double[] a = work;
    for (int k = 1; k < head + q + 1; k++) {
      double sum = 0;
      if (k <= p) {
        double r = partial[k - 1];
        sum = r * left;
        for (int i = 0; i < k - 1; i++) {
          sum += a[i] * plain[k - 1 - i];
        }
        left *= 1 - r * r;
        for (int i = 0; i < k - 1; i++) {
          scaled[i] = a[i] - r * a[k - 2 - i];
        }
        System.arraycopy(scaled, 0, a, 0, k - 1);
        a[k - 1] = r;
      } else {
        for (int i = 0; i < arCount; i++) {
          sum += phi[arLags[i]] * plain[k - 1 - arLags[i]];
        }
      }
      plain[k] = sum;
    }
    for (int h = 0; h <= q; h++) {
      double sum = weight(h);
      for (int i = 0; i < maCount; i++) {
        int j = maLags[i] + 1;
        if (j + h <= q) {
          sum += theta[j - 1] * theta[j + h - 1];
        }
      }
      moving[h] = sum;
      double impulse = weight(h);
      for (int i = 0; i < arCount && arLags[i] < h; i++) {
        impulse += phi[arLags[i]] * psi[h - 1 - arLags[i]];
      }
      psi[h] = impulse;
    }
    for (int h = 0; h <= q; h++) {
      double sum = h == 0 ? 1 : 0;
      for (int i = 0; i < maCount; i++) {
        int j = maLags[i] + 1;
        if (j >= h) {
          sum += theta[j - 1] * psi[j - h];
        }
      }
      cross[h] = sum;
    }
    for (int k = 0; k < head; k++) {
      double sum = moving[0] * plain[k];
      for (int j = 1; j <= q; j++) {
        if (moving[j] != 0) {
          sum += moving[j] * (plain[StrictMath.abs(k - j)] + plain[k + j]);
        }
      }
      covariance[k] = sum;
    }
    return true;
  }

  private double weight(int lag) {
    return lag == 0 ? 1 : theta[lag - 1];
  }

  private int length(int t) {
    return t < head ? t : StrictMath.min(q, t);
  }

  /** One step of the innovations algorithm. */
  private void row(int t) {
    int length = length(t);
    int base = t * stride;
    double v = t < head ? covariance[0] : moving[0];
    for (int k = t - length; k < t; k++) {
      int lag = t - k;
      double sum = t < head ? covariance[lag] : k < head ? cross[lag] : moving[lag];
      int first = StrictMath.max(t - length, k - length(k));
      int row = k * stride + k - 1;
      int own = base + t - 1;
      for (int j = first; j < k; j++) {
        sum -= weights[row - j] * weights[own - j];
      }
      weights[base + lag - 1] = sum;
    }
    for (int j = 1; j <= length; j++) {
      double weighted = weights[base + j - 1];
      double plainWeight = weighted / variance[t - j];
      v -= plainWeight * weighted;
      weights[base + j - 1] = plainWeight;
    }
    variance[t] = v;
  }

  /** Sum of the logarithms of the relative variances. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** Relative variance of the one step error of a row. */
  double variance(int t) {
    return t < settled ? variance[t] : 1;
  }

  /**
   * One step errors over the roots of their relative variances.
   *
   * @param n number of values filtered
   */
  void whiten(double[] x, int n, double[] out) {
    for (int t = 0; t < n; t++) {
      errors[t] = x[t] - expected(x, t);
      out[t] = t < settled ? errors[t] * inverseRoot[t] : errors[t];
    }
  }

  private double expected(double[] x, int t) {
    double sum = 0;
    if (t >= head) {
      for (int i = 0; i < arCount; i++) {
        int lag = arLags[i];
        sum += phi[lag] * x[t - 1 - lag];
      }
      if (t >= settled) {
        for (int i = 0; i < maCount; i++) {
          int lag = maLags[i];
          sum += theta[lag] * errors[t - 1 - lag];
        }
        return sum;
      }
    }
    int length = length(t);
    int base = t * stride;
    for (int j = 0; j < length; j++) {
      sum += weights[base + j] * errors[t - 1 - j];
    }
    return sum;
  }

  /**
   * Continues a series by its expected values.
   *
   * @param x the series, {@code n} values; filled up to {@code n + horizon}
   */
  void extend(double[] x, int n, int horizon) {
    for (int t = 0; t < n; t++) {
      errors[t] = x[t] - expected(x, t);
    }
    for (int t = n; t < n + horizon; t++) {
      errors[t] = 0;
      x[t] = expected(x, t);
    }
  }
}
