// What answers to offers, and commands on a wrap-up, are refused for.
#include "refusal.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

Command of(CommandKind kind, OfferToken offer) { return {.kind = kind, .offer = offer}; }

OfferToken served(Desk& desk) { return desk.offer(serving(desk)); }
OfferToken outstanding(Desk& desk) { return desk.offer(offered(desk)); }

/// An offer to ann of a session that bob took.
OfferToken answered_elsewhere(Desk& desk) {
  desk.ready({"ann", "bob"});
  const SessionHandle session = desk.arrive({.group = plan::crowd});
  const OfferToken to_ann = desk.events(EventKind::offered).front().offer;
  desk.accept(desk.offer(session));
  return to_ann;
}

Refusals answer_refusals() {
  return {
      {"accept an offer that was withdrawn", Status::offer_withdrawn,
       [](Desk& desk) { return of(CommandKind::accept, withdrawn(desk)); }},
      {"accept what somebody else has", Status::offer_withdrawn,
       [](Desk& desk) { return of(CommandKind::accept, answered_elsewhere(desk)); }},
      {"accept after the time limit", Status::offer_withdrawn,
       [](Desk& desk) {
         const OfferToken offer = outstanding(desk);
         desk.pass(20s);
         return of(CommandKind::accept, offer);
       }},
      {"accept twice", Status::unchanged,
       [](Desk& desk) {
         const OfferToken offer = outstanding(desk);
         desk.accept(offer);
         return of(CommandKind::accept, offer);
       }},
      {"accept during the wrap-up", Status::stale_offer,
       [](Desk& desk) { return of(CommandKind::accept, wrapping_up(desk)); }},
      {"decline what is served", Status::stale_offer,
       [](Desk& desk) { return of(CommandKind::decline, served(desk)); }},
      {"decline during the wrap-up", Status::stale_offer,
       [](Desk& desk) { return of(CommandKind::decline, wrapping_up(desk)); }},
      {"decline twice", Status::stale_offer,
       [](Desk& desk) {
         const OfferToken offer = outstanding(desk);
         desk.decline(offer);
         return of(CommandKind::decline, offer);
       }},
      {"confirm a withdrawal of an outstanding offer", Status::offer_not_withdrawn,
       [](Desk& desk) { return of(CommandKind::withdrawn, outstanding(desk)); }},
      {"confirm a withdrawal of what is served", Status::offer_not_withdrawn,
       [](Desk& desk) { return of(CommandKind::withdrawn, served(desk)); }},
      {"confirm a withdrawal during the wrap-up", Status::stale_offer,
       [](Desk& desk) { return of(CommandKind::withdrawn, wrapping_up(desk)); }},
      {"confirm a withdrawal after its lease", Status::stale_offer,
       [](Desk& desk) {
         const OfferToken offer = withdrawn(desk);
         desk.pass(5s);
         return of(CommandKind::withdrawn, offer);
       }},
  };
}

Refusals wrap_up_refusals() {
  const auto extend = [](OfferToken offer, Duration duration) {
    return Command{.kind = CommandKind::extend_wrap_up, .offer = offer, .duration = duration};
  };
  return {
      {"end the wrap-up of an outstanding offer", Status::not_wrapping_up,
       [](Desk& desk) { return of(CommandKind::end_wrap_up, outstanding(desk)); }},
      {"end the wrap-up of what is served", Status::not_wrapping_up,
       [](Desk& desk) { return of(CommandKind::end_wrap_up, served(desk)); }},
      {"end the wrap-up of a withdrawn offer", Status::not_wrapping_up,
       [](Desk& desk) { return of(CommandKind::end_wrap_up, withdrawn(desk)); }},
      {"end a wrap-up that is over", Status::stale_offer,
       [](Desk& desk) {
         const OfferToken offer = wrapping_up(desk);
         desk.pass(60s);
         return of(CommandKind::end_wrap_up, offer);
       }},
      {"extend the wrap-up of what is served", Status::not_wrapping_up,
       [=](Desk& desk) { return extend(served(desk), 10s); }},
      {"extend a wrap-up by nothing", Status::time_out_of_range,
       [=](Desk& desk) { return extend(wrapping_up(desk), 0s); }},
      {"extend a wrap-up backwards", Status::time_out_of_range,
       [=](Desk& desk) { return extend(wrapping_up(desk), -1s); }},
      {"extend a wrap-up beyond the longest duration", Status::time_out_of_range,
       [=](Desk& desk) { return extend(wrapping_up(desk), longest + Duration{1}); }},
      {"extend a wrap-up beyond the latest instant", Status::time_out_of_range,
       [=](Desk& desk) {
         const OfferToken offer = wrapping_up(desk);
         desk.give(extend(offer, longest));
         return extend(offer, longest);
       }},
  };
}

}  // namespace

Refusals offer_refusals() {
  Refusals all = answer_refusals();
  for (const Refusal& refusal : wrap_up_refusals()) all.push_back(refusal);
  return all;
}

}  // namespace acd::test
