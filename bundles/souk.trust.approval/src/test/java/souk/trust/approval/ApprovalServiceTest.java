package souk.trust.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Actor;
import souk.model.Reason;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;
import souk.trust.api.Violation;

class ApprovalServiceTest {
  private static final Actor ANN = new Actor("ann", "http");
  private static final Actor BEN = new Actor("ben", "http");

  private final Shop shop = new Shop();

  @BeforeEach
  void plan() {
    shop.pricePlan("P-1", Shop.TEA, 250, 270);
  }

  private static Violation finding(Violation.Severity severity) {
    return new Violation(
        "planted", "TEA", severity, Reason.of("guard.planted", "7 is more than 5."));
  }

  @Test
  void aPlanIsJudgedOnceAndThenApprovedWithActorAndReason() {
    Review review = shop.approvals().review("P-1");
    assertEquals(ReviewState.PROPOSED, review.state());
    assertEquals(List.of("planted-guard@1.0.0"), review.verdict().guards());
    Review approved = shop.approvals().approve("P-1", ANN, "looks right");
    assertEquals(ReviewState.APPROVED, approved.state());
    Review.Step last = approved.steps().get(approved.steps().size() - 1);
    assertEquals("ann", last.actor());
    assertEquals("looks right", last.reason());
    assertEquals(Shop.CLOCK.instant(), last.at());
    assertEquals(1, shop.decisions.latest("approval", 9).size());
  }

  @Test
  void everyStepIsInTheJournalBeforeTheAnswer() {
    shop.approvals().approve("P-1", ANN, "looks right");
    assertEquals(ReviewState.APPROVED, shop.approvals().review("P-1").state());
    assertEquals(2, shop.documents.history("review", "P-1").size());
  }

  @Test
  void aBlockedPlanCannotBeApprovedUntilTheGuardsLetItPass() {
    shop.findings.add(finding(Violation.Severity.BLOCK));
    TrustException refusal =
        assertThrows(TrustException.class, () -> shop.approvals().approve("P-1", ANN, "anyway"));
    assertEquals("guard.blocked", refusal.code());
    assertTrue(refusal.getMessage().contains("7 is more than 5"), refusal.getMessage());
    assertEquals(ReviewState.BLOCKED, shop.approvals().review("P-1").state());
    shop.findings.clear();
    assertEquals(
        ReviewState.APPROVED, shop.approvals().approve("P-1", ANN, "rule changed").state());
  }

  @Test
  void someFindingsNeedASecondPerson() {
    shop.findings.add(finding(Violation.Severity.SECOND_PERSON));
    assertEquals(ReviewState.PROPOSED, shop.approvals().approve("P-1", ANN, "yes").state());
    assertEquals(ReviewState.PROPOSED, shop.approvals().approve("P-1", ANN, "yes!").state());
    assertEquals(ReviewState.APPROVED, shop.approvals().approve("P-1", BEN, "I agree").state());
  }

  @Test
  void withoutAnyGuardNothingIsApproved() {
    shop.guarded = false;
    TrustException refusal =
        assertThrows(TrustException.class, () -> shop.approvals().approve("P-1", ANN, "yes"));
    assertTrue(refusal.getMessage().contains("no-guard"), refusal.getMessage());
  }

  @Test
  void rejectedIsFinalAndReasonsAreRequired() {
    assertThrows(TrustException.class, () -> shop.approvals().reject("P-1", ANN, " "));
    assertEquals(ReviewState.REJECTED, shop.approvals().reject("P-1", ANN, "too bold").state());
    TrustException refusal =
        assertThrows(TrustException.class, () -> shop.approvals().approve("P-1", ANN, "sorry"));
    assertEquals("review.wrong-state", refusal.code());
  }

  @Test
  void anUnknownPlanIsNamed() {
    TrustException refusal =
        assertThrows(TrustException.class, () -> shop.approvals().review("P-9"));
    assertEquals("plan.unknown", refusal.code());
    assertTrue(refusal.getMessage().contains("P-9"));
  }
}
