package souk.data.lib;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the columns of a source become rows of a domain table. Made by {@link MappingReader}.
 * Immutable.
 *
 * @param source name of the source; order ids are unique within a source and store
 * @param table domain table
 * @param zone zone of local times
 * @param currency currency of all amounts
 * @param fileOptions options for the connector
 * @param columns rules by target column
 * @param returnPrefixes order ids that start so are returns
 * @param nonArticles codes that are no articles
 * @param quarantine rules that set a row aside: {@code negative-price}, {@code zero-price}, {@code
 *     zero-price-without-description}
 * @param earliest first day that is believed
 * @param latest last day that is believed
 * @param replaceOrders true if an order that comes again replaces the earlier one as a whole; false
 *     if its lines are added to it
 */
public record Mapping(
    String source,
    DomainTable table,
    ZoneId zone,
    Currency currency,
    Map<String, String> fileOptions,
    Map<String, ColumnRule> columns,
    List<String> returnPrefixes,
    CodePattern nonArticles,
    Set<String> quarantine,
    LocalDate earliest,
    LocalDate latest,
    boolean replaceOrders) {
  public Mapping {
    fileOptions = Map.copyOf(fileOptions);
    columns = Map.copyOf(columns);
    returnPrefixes = List.copyOf(returnPrefixes);
    quarantine = Set.copyOf(quarantine);
  }

  /**
   * The column of the source that a column of the table comes from; empty text if there is none.
   */
  public String sourceColumn(String target) {
    ColumnRule rule = columns.get(target);
    return rule == null ? "" : rule.column();
  }
}
