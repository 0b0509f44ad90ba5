package souk.edge.rest.resources;

import souk.edge.rest.access.KeyRole;
import souk.edge.rest.http.Request;
import souk.trust.api.Person;

/** Who works at the offer desk over HTTP: each role is one person. */
final class People {
  private People() {}

  static Person of(Request request) {
    return request.actor().name().equals(KeyRole.ADMIN.id())
        ? Person.admin(request.actor())
        : Person.merchandiser(request.actor());
  }
}
