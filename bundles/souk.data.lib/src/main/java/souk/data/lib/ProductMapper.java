package souk.data.lib;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns records of a source into master data of articles. For use by one thread. */
public final class ProductMapper {
  private final Mapping mapping;
  private final BoundColumns.Cell sku;
  private final BoundColumns.Cell description;
  private final BoundColumns.Cell category;
  private final Set<String> seen = new HashSet<>();

  /**
   * @throws MappingException if the mapping names a column that is not there
   */
  public ProductMapper(Mapping mapping, List<String> header) {
    this.mapping = mapping;
    BoundColumns columns = new BoundColumns(mapping, header);
    this.sku = columns.cell("sku");
    this.description = columns.cell("description");
    this.category = columns.cell("category");
  }

  public Mapped<ProductRow> map(String[] values) {
    try {
      String code = sku.key(values);
      String group = category.optionalKey(values);
      if (!seen.add(code)) {
        throw new RowFaultException(RepeatedKey.fault(sku.column(), code));
      }
      return Mapped.of(
          new ProductRow(
              code, description.text(values), group, !mapping.nonArticles().matches(code)),
          BigDecimal.ZERO);
    } catch (RowFaultException e) {
      return Mapped.fault(e.fault(), BigDecimal.ZERO);
    }
  }
}
