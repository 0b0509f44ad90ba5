package souk.edge.rest.server;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import souk.edge.rest.json.Json;

/**
 * Lets the HTTP server answer with problem documents where it answers by itself. The only service
 * of the HTTP bundle that is given the server is the one that makes connectors; the connector made
 * here neither listens nor has threads.
 */
@Component(service = ConnectorFactory.class)
public final class ServerRefusals implements ConnectorFactory {
  private final Map<Server, Request.Handler> before = new IdentityHashMap<>();
  private final Json json = new Json();

  /** A connector that is none. */
  private static final class Silent extends ServerConnector {
    private Silent(Server server) {
      super(server, 1, 1);
      setName("souk-refusals");
      setHost("127.0.0.1");
    }

    @Override
    protected void doStart() {
      // Nothing is opened.
    }

    @Override
    protected void doStop() {
      // Nothing was opened.
    }
  }

  @Override
  public synchronized Connector createConnector(Server server) {
    before.clear();
    before.put(server, server.getErrorHandler());
    server.setErrorHandler(new RefusalPages(json));
    return new Silent(server);
  }

  /** The server answers as it did before. */
  @Deactivate
  synchronized void close() {
    before.forEach(Server::setErrorHandler);
    before.clear();
  }
}
