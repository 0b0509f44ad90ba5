package souk.offer.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text by its form: a document, or offers without one.
 *
 * @param document with version, currency and more; empty if there are only offers
 * @param offers each with its place
 */
record Sheet(Optional<Node.Table> document, List<Placed> offers) {
  /** An offer and its place in the text. */
  record Placed(Node node, Path path) {}

  /** Recognises the form; earlier forms are turned into the present one. */
  static Sheet of(Node root) {
    if (root instanceof Node.Row row) {
      return new Sheet(Optional.empty(), placed(EarlierForms.offers(row), Path.ROOT));
    }
    if (!(root instanceof Node.Table table)) {
      return new Sheet(Optional.empty(), List.of(new Placed(root, Path.ROOT)));
    }
    if (table.has("snapshot")
        && !table.has("version")
        && table.members().containsKey("offers")
        && table.value("offers") instanceof Node.Row row) {
      return new Sheet(Optional.empty(), placed(EarlierForms.offers(row), Path.ROOT.to("offers")));
    }
    if (!table.has("offers")
        && (table.has("effect") || (table.has("window") && table.has("id")))
        && !table.has("version")) {
      Node offer = EarlierForms.offer(table);
      return new Sheet(Optional.empty(), List.of(new Placed(offer, Path.ROOT)));
    }
    Node.Table document = EarlierForms.document(table);
    return document.has("offers") && document.value("offers") instanceof Node.Row row
        ? new Sheet(Optional.of(document), placed(row, Path.ROOT.to("offers")))
        : new Sheet(Optional.of(document), List.of());
  }

  private static List<Placed> placed(Node.Row row, Path path) {
    List<Placed> all = new ArrayList<>();
    for (int i = 0; i < row.elements().size(); i++) {
      all.add(new Placed(row.elements().get(i), path.to(i)));
    }
    return all;
  }
}
