package souk.edge.rest.resources;

import java.util.List;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.DropFolder;
import souk.kernel.api.DroppedBundle;

/** What became of the jars in the drop folder. */
final class DropFolderResource {
  private final Rooms rooms;

  DropFolderResource(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/drop-folder", Right.READ, request -> rooms.get(DropFolder.class).bundles())
            .says("The jars of the drop folder: which run, and why the others do not.")
            .answers(Shape.listOf(DroppedBundle.class)));
  }
}
