import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0008_roles_of_section_two'),
        ('outcomes', '0005_words_out_of_guarded_rows'),
        ('people', '0007_person_corrections'),
        ('places', '0002_kept_postcodes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ControlAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('ends', models.DateField()),
                ('on', models.DateField()),
                ('answer', models.CharField(choices=[('as_wanted', 'as_wanted'), ('enough', 'enough'), ('not_enough', 'not_enough'), ('none', 'none'), ('no_answer', 'no_answer')], max_length=24)),
                ('authority', models.CharField(choices=[('own', 'own'), ('supported', 'supported'), ('attorney', 'attorney'), ('deputy', 'deputy'), ('best_interests', 'best_interests'), ('urgent_duty', 'urgent_duty')], default='own', max_length=24)),
                ('heard', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='control_answers', to='people.person')),
                ('provider', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'person', 'starts'], name='control_by_person'), models.Index(fields=['council', 'on'], name='control_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('answer__in', ['as_wanted', 'enough', 'not_enough', 'none', 'no_answer'])), name='control_answer'), models.CheckConstraint(condition=models.Q(('authority__in', ['own', 'supported', 'attorney', 'deputy', 'best_interests', 'urgent_duty'])), name='control_authority'), models.CheckConstraint(condition=models.Q(('on__gte', models.F('starts')), ('on__lte', models.F('ends'))), name='control_answered_in_its_period'), models.CheckConstraint(condition=models.Q(('heard', False), ('authority__in', ['own', 'supported']), _connector='OR'), name='control_heard_is_her_own')],
            },
        ),
        migrations.CreateModel(
            name='ControlWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('words', models.TextField()),
                ('answer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='said', to='outcomes.controlanswer')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
