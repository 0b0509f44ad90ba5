package souk.edge.rest.resources;

import souk.edge.rest.http.Request;
import souk.trust.api.Person;

/** Who works at the offer desk over HTTP: a person is the name of the key. */
final class People {
  private People() {}

  static Person of(Request request) {
    return request.admin() ? Person.admin(request.actor()) : Person.merchandiser(request.actor());
  }
}
