// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Knowing a programme and asking for it (ODD 7.6, 7.7).
struct ApplicationParameters {
    double media_rate, peer_rate, group_rate, apply_rate, benefit, need, learning, compliance, documents,
        distance, stigma, morale, informed_saves, worker_saves, bridge_saves, kin_reach, denial_memory,
        transport_months;
};

inline constexpr ParameterRow<ApplicationParameters> application_rows[] = {
    {"application.media_rate", &ApplicationParameters::media_rate, "per month", 0.006, 0, 1,
     assumed("most of the poor know the large programmes, few the small ones"),
     "rate at which a programme becomes known from media and officials"},
    {"application.peer_rate", &ApplicationParameters::peer_rate, "per month", 0.12, 0, 2,
     estimated("information passes with chance 0.35 from participants, 0.05 from others (Banerjee et al. "
               "2013), a period of about three months"),
     "rate at which it becomes known where everybody is enrolled"},
    {"application.group_rate", &ApplicationParameters::group_rate, "per month", 0.02, 0, 1,
     assumed("talk in groups"), "rate added by membership in a group"},
    {"application.apply_rate", &ApplicationParameters::apply_rate, "per month", 0.05, 0, 5,
     estimated("take-up without help 0.006 to 0.01 a month (Finkelstein & Notowidigdo 2019) for "
               "households at mean burden"),
     "scale of the rate of requests"},
    {"application.benefit", &ApplicationParameters::benefit, "log points", 1.2, 0, 5,
     assumed("larger benefits are asked for more"), "weight of ln(1 + benefit / consumption)"},
    {"application.need", &ApplicationParameters::need, "1", 1.5, 0, 5, assumed("need drives requests"),
     "weight of the deficit that the programme relieves"},
    {"application.learning", &ApplicationParameters::learning, "1", 2.6, 0, 8,
     estimated("sign and order from: information raises enrolment from 0.06 to 0.11 in nine months "
               "(Finkelstein & Notowidigdo "
               "2019)"),
     "learning burden of a household without capability"},
    {"application.compliance", &ApplicationParameters::compliance, "1", 2.2, 0, 8,
     estimated(
         "sign and order from: help with the application raises it to 0.18 (Finkelstein & Notowidigdo 2019)"),
     "compliance burden at the agency's full procedure burden"},
    {"application.documents", &ApplicationParameters::documents, "1", 1.8, 0, 8,
     assumed("papers are the most named obstacle"), "burden of missing papers where they are asked for"},
    {"application.distance", &ApplicationParameters::distance, "per km", 0.11, 0, 2,
     recalled("1.5 km more lowers applications by 0.15 (Alatas et al. 2016)"),
     "burden of distance to the nearest point"},
    {"application.stigma", &ApplicationParameters::stigma, "1", 0.6, 0, 5,
     assumed("psychological cost is small in trials (Bhargava & Manoli 2015)"), "burden of full stigma"},
    {"application.morale", &ApplicationParameters::morale, "1", 0.8, 0, 5,
     assumed("sign from the administrative-burden literature"), "weight of morale above one half"},
    {"application.informed_saves", &ApplicationParameters::informed_saves, "share", 0.5, 0, 1,
     assumed("procedures explained"), "learning burden taken away by information on procedures"},
    {"application.worker_saves", &ApplicationParameters::worker_saves, "share", 0.5, 0, 1,
     assumed("someone helps with the forms"), "compliance burden taken away while a worker carries the case"},
    {"application.bridge_saves", &ApplicationParameters::bridge_saves, "share", 0.4, 0, 1,
     assumed("a neighbour who knows the way helps nearly as much as a worker"),
     "learning and compliance burdens taken away by a group that knows its way into services"},
    {"application.kin_reach", &ApplicationParameters::kin_reach, "share", 0.5, 0, 1,
     assumed("kin and neighbours are asked less often than a group meets"),
     "help of kin and neighbours of a household, as a share of a group's"},
    {"application.denial_memory", &ApplicationParameters::denial_memory, "months", 12, 1, 120,
     assumed("people try again after about a year"), "half-life of not trying again after refusal"},
    {"application.transport_months", &ApplicationParameters::transport_months, "months", 12, 1, 120,
     assumed("arrangements last about a year"), "half-life of arranged transport"},
};
static_assert(declares_all_of(application_rows));

} // namespace tujuh
