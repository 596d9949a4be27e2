// What the end of a service is refused for: completing and handing back.
#include "refusal.hpp"

namespace acd::test {

Refusals service_refusals() {
  const auto complete = [](SessionHandle session) {
    return Command{.kind = CommandKind::complete, .session = session};
  };
  const auto requeue = [](SessionHandle session, GroupId group = {}) {
    return Command{.kind = CommandKind::requeue, .group = group, .session = session};
  };
  return {
      {"complete a session that waits", Status::session_not_serving,
       [=](Desk& desk) { return complete(waiting(desk)); }},
      {"complete a session that is offered", Status::session_not_serving,
       [=](Desk& desk) { return complete(offered(desk)); }},
      {"complete a session that is leaving", Status::session_not_serving,
       [=](Desk& desk) { return complete(leaving(desk)); }},
      {"complete a session twice", Status::stale_session,
       [=](Desk& desk) {
         const SessionHandle session = serving(desk);
         desk.complete(session);
         return complete(session);
       }},
      {"requeue a session that waits", Status::session_not_serving,
       [=](Desk& desk) { return requeue(waiting(desk)); }},
      {"requeue a session that is leaving", Status::session_not_serving,
       [=](Desk& desk) { return requeue(leaving(desk)); }},
      {"requeue to a group that is not in the plan", Status::unknown_group,
       [=](Desk& desk) { return requeue(serving(desk), GroupId{8}); }},
      {"requeue to a group that does not serve its channel", Status::channel_not_served,
       [=](Desk& desk) { return requeue(serving(desk), plan::letters); }},
      {"requeue where one class more is needed", Status::too_many_classes,
       [=](Desk& desk) { return requeue(serving(desk, plan::english), plan::support); },
       one_class_more},
  };
}

}  // namespace acd::test
