package souk.trust.approval;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import souk.data.api.Documents;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRouter;
import souk.trust.api.OfferDesk;

/** The desk in the platform. Needs the journal; can stop offers also where nobody plans. */
@Component(service = OfferDesk.class, configurationPid = "souk.trust.approval.desk")
@Designate(ocd = DeskConfig.class)
public final class OfferDeskService extends Desk {
  @Activate
  public OfferDeskService(
      @Reference Documents documents,
      @Reference PublicationRestorer restorer,
      @Reference PresentNeighbours neighbours,
      @Reference ConfiguredTerms terms,
      @Reference StrategyRouter router,
      @Reference RouterAdmin admin,
      @Reference DecisionLog decisions,
      @Reference AuditTrail trail,
      DeskConfig config) {
    super(
        new DeskSetup(
            documents,
            restorer.served(),
            new Guards(router, () -> GuardList.of(admin)),
            neighbours,
            terms::terms,
            SecondPerson.of(config),
            decisions,
            trail::record,
            restorer.clock()));
  }
}
